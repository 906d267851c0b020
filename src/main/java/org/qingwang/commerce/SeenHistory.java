package org.qingwang.commerce;

import java.util.List;

/**
 * What the head was shown of the seller's other cases, a line each: number, day, case and fine.
 *
 * @param repeats penalties for other acts within five years
 * @param sameAct fines for the same act
 */
public record SeenHistory(List<String> repeats, List<String> sameAct) {

    static SeenHistory of(PartyRecord record) {
        return new SeenHistory(lines(record.repeats()), lines(record.sameAct()));
    }

    private static List<String> lines(List<EarlierPenalty> penalties) {
        return penalties.stream().map(EarlierPenalty::asLine).toList();
    }
}
