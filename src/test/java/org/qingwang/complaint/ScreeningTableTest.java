package org.qingwang.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qingwang.rights.RightFinding;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;

/** If this fails, an officer is proposed something the law does not say, or nothing at all. */
@QingwangTest
class ScreeningTableTest {

    @Autowired
    ScreeningTable table;

    static Stream<ScreeningFacts> everythingThatCanBeFound() {
        return Stream.of(true, false)
                .flatMap(complete -> Stream.of(true, false)
                        .flatMap(region -> Stream.of(true, false)
                                .flatMap(evidence -> Stream.of(RightFinding.Status.values())
                                        .flatMap(right -> Stream.of(Claim.values())
                                                .flatMap(claim -> Stream.of(0, 3)
                                                        .map(files -> new ScreeningFacts(
                                                                List.of(), complete, region, evidence, files, right,
                                                                claim)))))));
    }

    @ParameterizedTest
    @MethodSource("everythingThatCanBeFound")
    void answersEverythingThatCanBeFound(ScreeningFacts facts) {
        ScreeningTable.Advice advice = table.advise(facts);

        assertThat(advice.proposal()).isEqualTo(expected(facts));
        assertThat(advice.rule()).startsWith("Rule_");
        assertThat(advice.reasonEn()).isNotBlank();
        assertThat(advice.reasonZh()).containsPattern("\\p{IsHan}");
        assertThat(advice.legalBasis()).contains(" · ");
        assertThat(advice.reference()).startsWith("complaint-screening:");
    }

    /** Only what is complete, shown, of a mark in force and in a known region may be proposed for acceptance. */
    private static Proposal expected(ScreeningFacts facts) {
        boolean isAboutAMark = facts.claim() == Claim.COUNTERFEIT_MARK || facts.claim() == Claim.SIMILAR_MARK;
        boolean rightStands = facts.right() == RightFinding.Status.VALID;
        boolean rightFails =
                facts.right() == RightFinding.Status.LAPSED || facts.right() == RightFinding.Status.PENDING;
        if (!facts.complete() || !facts.primaFacie()) {
            return Proposal.SUPPLEMENT;
        }
        if (facts.claim() == Claim.PARALLEL_IMPORT || (isAboutAMark && rightFails)) {
            return Proposal.REFUSE;
        }
        return isAboutAMark && rightStands && facts.regionKnown() ? Proposal.ACCEPT : Proposal.OFFICER;
    }

    @Test
    void saysWhyALapsedRightIsNotProtected() {
        ScreeningTable.Advice advice = table.advise(
                new ScreeningFacts(List.of(), true, true, true, 0, RightFinding.Status.LAPSED, Claim.COUNTERFEIT_MARK));

        assertThat(advice.rule()).isEqualTo("Rule_RightLapsed");
        assertThat(advice.reasonEn()).contains("no longer registered");
        assertThat(advice.reasonZh()).contains("失效");
    }

    @Test
    void saysThatItRestsOnFiles() {
        ScreeningTable.Advice advice = table.advise(
                new ScreeningFacts(List.of(), true, true, true, 1, RightFinding.Status.VALID, Claim.COUNTERFEIT_MARK));

        assertThat(advice.rule()).isEqualTo("Rule_AcceptByFiles");
        assertThat(advice.reasonEn()).contains("in the attached files");
        assertThat(advice.reasonZh()).contains("所附材料");
    }
}
