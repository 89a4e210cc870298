/**
 * Where javac meets migrations: reads annotated classes, reports findings, writes the manifest. The
 * only package that knows annotation processing.
 */
package dev.ngdi.migration.processor;
