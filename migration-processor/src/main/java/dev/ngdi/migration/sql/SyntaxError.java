package dev.ngdi.migration.sql;

/**
 * What is wrong with a statement, in words.
 *
 * @param message what is wrong
 * @param instead what to write instead; empty where nothing can be proposed
 */
record SyntaxError(String message, String instead) {}
