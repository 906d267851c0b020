package org.qingwang.rights;

/**
 * A value as a file has it.
 *
 * @param field the column or element it stands in, for a refusal
 * @param value the text; null or blank if it was left out
 */
record Given(String field, String value) {}
