package org.qingwang.commerce;

import java.time.LocalDate;

/**
 * The penalty was published (SAMR Order 45).
 *
 * @param address web address of the publication
 */
public record Publication(PublicationChannel channel, String address, LocalDate publishedOn) {}
