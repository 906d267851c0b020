package org.qingwang.monitor.history;

/**
 * A process variable as it was set once.
 *
 * @param step id of the activity instance in which it was; of the process instance for what it began with
 * @param name of the variable
 * @param value text, number or truth; null for none, or for what is no single value
 */
public record SetValue(String step, String name, Object value) {}
