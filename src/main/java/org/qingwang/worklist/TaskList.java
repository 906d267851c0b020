package org.qingwang.worklist;

/**
 * One of the lists Tasklist has.
 *
 * @param name in both languages
 */
public record TaskList(String id, String name) {}
