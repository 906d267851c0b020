package org.qingwang.commerce;

import java.time.LocalDate;

/**
 * A publication was taken down.
 *
 * @param note who asked for it and why, if that was before its time was over; null if nothing is to be said
 */
public record PublicationEnd(LocalDate endedOn, String note) {}
