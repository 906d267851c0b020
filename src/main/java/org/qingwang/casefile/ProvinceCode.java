package org.qingwang.casefile;

import java.util.Optional;

/** From a seller's place to the province whose agencies work the case. */
final class ProvinceCode {

    private ProvinceCode() {}

    /**
     * @param place a GB/T 2260 code of any level, or null
     * @return the province's code; empty if the place is not known
     */
    static Optional<String> of(String place) {
        return Optional.ofNullable(place)
                .map(String::strip)
                .filter(code -> code.matches("[1-8]\\d{5}"))
                .map(code -> code.substring(0, 2) + "0000");
    }
}
