package org.qingwang.rights;

import java.util.List;
import java.util.function.Function;

/**
 * The United States office lists all owners a mark ever had, each with a party type: 10 the original applicant, 20 the
 * owner at publication, 30 the original registrant, and counting up from each of these for every later owner. Who owns
 * it now is whoever has the highest; co-owners share one.
 */
final class UnitedStates {

    private UnitedStates() {}

    /** @return the present owners; all of them if not every one has a party type, since then it is not such a list */
    static List<RecordNode> latestOwners(List<RecordNode> owners, Function<RecordNode, Given> partyType) {
        List<Integer> types =
                owners.stream().map(owner -> type(partyType.apply(owner))).toList();
        if (types.contains(0)) {
            return owners;
        }
        int latest = types.stream().mapToInt(Integer::intValue).max().orElse(0);
        return owners.stream()
                .filter(owner -> type(partyType.apply(owner)) == latest)
                .toList();
    }

    private static int type(Given given) {
        String type = given.value();
        return type != null && type.matches("\\d{2}") ? Integer.parseInt(type) : 0;
    }
}
