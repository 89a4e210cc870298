/** Makes new migration classes. */
package dev.ngdi.migration.authoring;
