package org.qingwang.pledge.returns;

import java.util.List;

/**
 * A file somebody sent, as it was read.
 *
 * @param name the sender's, made safe to show
 * @param scanned whether a virus scanner was asked
 */
record SentFile(String name, String content, boolean scanned, List<Report> reports) {}
