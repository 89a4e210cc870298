/** What the project gives: its compiled migrations, the code in them, its source revision. */
package dev.ngdi.migration.project;
