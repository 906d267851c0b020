package org.qingwang.casefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the open cases a complaint may belong to, across agencies and platforms, so that one matter is worked once.
 * Reads indexes over open cases only: closed ones cost nothing, however many there are.
 */
@Service
@EnableConfigurationProperties(DeconflictionSettings.class)
public class Deconfliction {

    private static final Comparator<LikelyMatch> LIKELIEST_FIRST = Comparator.comparing(LikelyMatch::reason)
            .thenComparing(Comparator.comparingDouble(LikelyMatch::similarity).reversed())
            .thenComparing(LikelyMatch::caseNo);

    private final CaseMatches matches;
    private final DeconflictionSettings settings;

    Deconfliction(CaseMatches matches, DeconflictionSettings settings) {
        this.matches = matches;
        this.settings = settings;
    }

    /**
     * Finds the open case with the same seller, listing and mark, and others that are likely the same matter, each once
     * with its strongest reason.
     */
    @Transactional(readOnly = true)
    public Matches matchesFor(Probe probe) {
        Optional<String> exact = exactMatch(probe);
        Map<String, LikelyMatch> likely = new LinkedHashMap<>();
        candidates(probe).stream()
                .sorted(LIKELIEST_FIRST)
                .filter(match -> !exact.equals(Optional.of(match.caseNo())))
                .forEach(match -> likely.putIfAbsent(match.caseNo(), match));
        return new Matches(
                exact, likely.values().stream().limit(settings.maxMatches()).toList());
    }

    /** @return the open case with the same seller, listing and mark; the oldest if there are several */
    Optional<String> exactMatch(Probe probe) {
        SellerName seller = SellerName.of(probe.sellerName());
        List<String> marks = MarkKeys.of(probe.registrationNo(), probe.rightName());
        if (!seller.isKnown() || marks.isEmpty() || probe.normalisedListings().isEmpty()) {
            return Optional.empty();
        }
        return matches.exact(seller.key(), probe.normalisedListings(), marks);
    }

    private List<LikelyMatch> candidates(Probe probe) {
        SellerName seller = SellerName.of(probe.sellerName());
        List<String> marks = MarkKeys.of(probe.registrationNo(), probe.rightName());
        int limit = settings.maxMatches() + 1;
        List<LikelyMatch> found = new ArrayList<>();
        if (!probe.normalisedListings().isEmpty()) {
            found.addAll(matches.withListing(probe.normalisedListings(), limit));
        }
        if (seller.isKnown()) {
            found.addAll(matches.withSeller(seller.key(), PlatformName.key(probe.platform()), marks, limit));
        }
        found.addAll(matches.withSimilarSeller(seller, settings.similarity(), limit));
        return found;
    }
}
