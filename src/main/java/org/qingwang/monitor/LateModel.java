package org.qingwang.monitor;

/**
 * A model in which tasks of an agency are overdue.
 *
 * @param definition id of its newest version
 * @param name in both languages
 * @param tasks how many are
 */
public record LateModel(String definition, String name, int tasks) {}
