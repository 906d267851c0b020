package org.qingwang.campaign;

/**
 * What the owner of a key task reports.
 *
 * @param progress in percent
 * @param done whether the office is to accept it
 */
public record ProgressReport(Integer progress, String report, boolean done) {}
