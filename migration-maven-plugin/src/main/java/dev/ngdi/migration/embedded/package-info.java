/** The developer's own database: a real server, kept in the project between runs. */
package dev.ngdi.migration.embedded;
