/**
 * A campaign to look at, in profile {@code demo}: invented complaints, cases, firms and briefings, played through the same
 * services, models and forms as real work, at the times at which it would have happened.
 */
package org.qingwang.demonstration;
