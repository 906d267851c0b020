package org.qingwang.monitor.history;

import java.time.Duration;

/**
 * How a step of a model went within some days, and how many wait at it now.
 *
 * @param activity id of the step in the model
 * @param entered how often it was begun
 * @param done how often it was finished, not counting what was broken off
 * @param median within which half of the finished ones were done; null if none was
 * @param ninety within which nine in ten were; null if none was
 * @param waiting how many processes stand at it now, whenever they came
 */
public record StepHeat(String activity, int entered, int done, Duration median, Duration ninety, int waiting) {}
