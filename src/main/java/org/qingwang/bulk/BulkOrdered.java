package org.qingwang.bulk;

/** There is something new to do. */
record BulkOrdered() {}
