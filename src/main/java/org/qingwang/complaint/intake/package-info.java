/**
 * Takes lists of complaints in: reads a CSV file as people make them, checks and normalises every row, keeps what is
 * wrong with line, field and reason, and files the rest in the background, each row once.
 *
 * <p>{@code ComplaintList} reads the file, {@code RowReader} one row, {@code ImportService} takes a file and tells how
 * far it is, {@code ImportStaging} and {@code ImportFiling} do one step each in one transaction, and {@code ImportWorker}
 * drives them on whichever node holds the batch.
 */
package org.qingwang.complaint.intake;
