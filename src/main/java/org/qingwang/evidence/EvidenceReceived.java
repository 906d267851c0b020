package org.qingwang.evidence;

/** Evidence has come in; published in the transaction that stores it. */
public record EvidenceReceived(Subject subject) {}
