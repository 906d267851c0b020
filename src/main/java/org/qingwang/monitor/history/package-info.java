/**
 * What happened in processes, closed ones above all: which there were, their steps, where they wait longest, what people
 * did to them, and what decision tables answered. Read from the engine's history, for whom it belongs to.
 */
package org.qingwang.monitor.history;
