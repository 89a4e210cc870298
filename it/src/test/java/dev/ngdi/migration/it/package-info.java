/** What the scenarios' scripts are written with. */
package dev.ngdi.migration.it;
