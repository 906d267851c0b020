package org.qingwang.agency;

/**
 * A province.
 *
 * @param code six digits of GB/T 2260
 * @param active whether the agencies of a campaign work there; not so in Hong Kong, Macao and Taiwan
 */
public record Region(String code, String englishName, String chineseName, boolean active) {}
