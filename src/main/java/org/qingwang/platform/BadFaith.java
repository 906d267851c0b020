package org.qingwang.platform;

/**
 * Somebody who was found to send notices or declarations in bad faith.
 *
 * @param kind what was found; a notice counts against the rights holder, a declaration against the seller
 * @param name as it was written last
 * @param found how often
 * @param sent how many notices or declarations there are of this name
 */
public record BadFaith(Flag.Kind kind, String name, int found, int sent) {}
