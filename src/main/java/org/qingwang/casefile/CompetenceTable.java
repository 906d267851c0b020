package org.qingwang.casefile;

import java.util.Arrays;
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
        RegionSource source = RegionSource.valueOf(answer.text("regionSource"));
        String region = switch (source) {
            case SELLER -> sellerRegion.orElseThrow();
            case PLATFORM -> platformRegion.orElseThrow();
            case INTAKE -> file.intake().region();
        };
        Jurisdiction lead = new Jurisdiction(agency(answer.text("lead"), file), region);
        return new Competence(
                declinedBy.isEmpty() ? lead : file.intake(),
                lead,
                assisting(answer.text("assisting"), region),
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

    private static List<Jurisdiction> assisting(String keys, String region) {
        if (keys == null || keys.isBlank()) {
            return List.of();
        }
        return Arrays.stream(keys.split(","))
                .map(String::strip)
                .map(key -> Jurisdiction.parse(key + "-" + region))
                .toList();
    }
}
