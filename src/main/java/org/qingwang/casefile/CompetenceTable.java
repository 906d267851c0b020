package org.qingwang.casefile;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Agency;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.Competence.RegionSource;
import org.qingwang.complaint.Platform;
import org.qingwang.engine.Decisions;
import org.springframework.stereotype.Component;

/** Turns a case into the facts of the decision table {@code competence}, and its answer into jurisdictions. */
@Component
class CompetenceTable {

    /** What the table answers where the intake itself is to lead, or to find out who else may. */
    private static final String INTAKE = "intake";

    private final Decisions decisions;

    CompetenceTable(Decisions decisions) {
        this.decisions = decisions;
    }

    Competence propose(CaseFile file, List<Jurisdiction> declinedBy) {
        Optional<String> sellerRegion = ProvinceCode.of(file.sellerRegion());
        Optional<String> platformRegion = Platform.ofName(file.platform()).flatMap(Platform::domicile);
        Decisions.Outcome answer = decisions.decide(
                "competence",
                Map.of(
                        "declined", !declinedBy.isEmpty(),
                        "receivedBy", file.intake().agency().key(),
                        "allegedValue",
                                file.allegedValue() == null
                                        ? 0.0
                                        : file.allegedValue().doubleValue(),
                        "sellerRegionKnown", sellerRegion.isPresent(),
                        "platformDomicileKnown", platformRegion.isPresent()));
        Map<RegionSource, String> known = new EnumMap<>(RegionSource.class);
        sellerRegion.ifPresent(region -> known.put(RegionSource.SELLER, region));
        platformRegion.ifPresent(region -> known.put(RegionSource.PLATFORM, region));
        known.put(RegionSource.INTAKE, file.intake().region());
        RegionSource source = RegionSource.valueOf(answer.text("regionSource"));
        String region = Optional.ofNullable(known.get(source)).orElseThrow();
        Jurisdiction lead = new Jurisdiction(agency(answer.text("lead"), file), region);
        return new Competence(
                declinedBy.isEmpty() ? lead : file.intake(),
                lead,
                assisting(answer.text("assisting"), lead, known),
                source,
                answer.text("ruleEn"),
                answer.text("ruleZh"),
                answer.text("legalBasis"),
                answer.ruleId(),
                answer.reference());
    }

    private static Agency agency(String key, CaseFile file) {
        return key.equals(INTAKE)
                ? file.intake().agency()
                : Agency.ofKey(key).orElseThrow(() -> new IllegalStateException("competence names no agency: " + key));
    }

    /**
     * @param keys agencies, each with the place it assists at if that is not the lead's: {@code commerce@PLATFORM}
     * @return each once and without the lead, which two places in one region may come to
     */
    private static List<Jurisdiction> assisting(String keys, Jurisdiction lead, Map<RegionSource, String> known) {
        if (keys == null || keys.isBlank()) {
            return List.of();
        }
        return Arrays.stream(keys.split(","))
                .map(key -> key.strip().split("@"))
                .map(key -> Jurisdiction.parse(key[0] + "-"
                        + (key.length == 1
                                ? lead.region()
                                : known.getOrDefault(RegionSource.valueOf(key[1]), lead.region()))))
                .filter(assisting -> !assisting.equals(lead))
                .distinct()
                .toList();
    }
}
