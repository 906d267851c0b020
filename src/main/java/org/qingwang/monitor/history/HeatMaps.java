package org.qingwang.monitor.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.NotAllowed;
import org.springframework.stereotype.Service;

/** Where processes spend their time. Counted at most every five minutes on each node, however many watch. */
@Service
public class HeatMaps {

    /** For how many days back it can be asked. */
    public static final List<Integer> PERIODS = List.of(30, 90, 365);

    /** The days counted if nobody asks for others. */
    public static final int USUAL = 90;

    /** How many steps are counted at most, the newest. */
    public static final int MOST = 200_000;

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final ProcessHistory history;
    private final HeatRows rows;
    private final AgencyService agencies;
    private final Clock clock;

    private final Map<Asked, HeatMap> counted = new ConcurrentHashMap<>();

    HeatMaps(ProcessHistory history, HeatRows rows, AgencyService agencies, Clock clock) {
        this.history = history;
        this.rows = rows;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** Who reads the same reads the same figures. */
    private record Asked(String model, int days, boolean everywhere, Set<String> jurisdictions) {}

    /** @return ids of the agencies and regions the current person can ask for one by one; empty for whoever has one */
    public List<String> jurisdictions() {
        Reach reach = history.reach();
        List<String> own = agencies.jurisdictions().stream()
                .map(Jurisdiction::id)
                .filter(reach::includes)
                .toList();
        return own.size() > 1 ? own : List.of();
    }

    /**
     * @param model key of the model
     * @param days one of {@link #PERIODS}; anything else is taken for {@link #USUAL}
     * @param jurisdiction id of the agency and region whose work alone is counted; empty for all the person reads
     * @throws NotAllowed if the person does not read what that one works
     */
    public HeatMap of(String model, int days, String jurisdiction) {
        int asked = PERIODS.contains(days) ? days : USUAL;
        Reach reach = reach(jurisdiction);
        Instant now = clock.instant();
        counted.values().removeIf(map -> isOld(map, now));
        return counted.computeIfAbsent(
                new Asked(model, asked, reach.everywhere(), reach.jurisdictions()),
                key -> rows.count(reach, model, asked, now, MOST));
    }

    private Reach reach(String jurisdiction) {
        Reach reach = history.reach();
        if (jurisdiction.isEmpty()) {
            return reach;
        }
        if (!Jurisdiction.isOne(jurisdiction) || !reach.includes(jurisdiction)) {
            throw new NotAllowed("the work of " + jurisdiction);
        }
        return new Reach(false, false, Set.of(jurisdiction));
    }

    private static boolean isOld(HeatMap map, Instant now) {
        return Duration.between(map.at(), now).abs().compareTo(GOOD_FOR) >= 0;
    }
}
