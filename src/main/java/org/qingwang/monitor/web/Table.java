package org.qingwang.monitor.web;

import java.util.List;

/**
 * A table in Cockpit, in the reader's words.
 *
 * @param id of it on the page
 * @param rows the first cell of each heads it
 * @param none what is said if there are no rows
 */
public record Table(String id, String caption, List<String> columns, List<List<Cell>> rows, String none) {}
