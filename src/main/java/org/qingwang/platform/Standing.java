package org.qingwang.platform;

/**
 * What is known of those who sent a notice and its declaration.
 *
 * @param sent notices in the name of this rights holder
 * @param malicious how many of them were found malicious
 * @param declared declarations of this seller
 * @param untrue how many of them were found false
 */
public record Standing(int sent, int malicious, int declared, int untrue) {}
