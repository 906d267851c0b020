package org.qingwang.commerce.measure;

import java.time.LocalDate;

/**
 * A measure the head approved was carried out.
 *
 * @param deedNo number of the deed
 * @param receivedBy who took deed and list of goods
 */
public record CarriedOut(LocalDate takenOn, String deedNo, String receivedBy) {}
