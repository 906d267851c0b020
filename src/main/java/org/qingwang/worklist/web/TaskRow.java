package org.qingwang.worklist.web;

import java.util.List;
import org.qingwang.worklist.OpenTask;

/**
 * A task as a line of a page.
 *
 * @param assignee name of who has taken it; null for nobody
 * @param about what tells it from others: seller, platform, goods
 * @param proposal message key of what the screening proposes; null where nothing does
 */
record TaskRow(OpenTask task, String assignee, List<String> about, String proposal) {}
