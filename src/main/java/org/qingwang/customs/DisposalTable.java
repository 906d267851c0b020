package org.qingwang.customs;

import java.util.Map;
import org.qingwang.engine.Decisions;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code customs-disposal} to which way the legal order leads. */
@Component
class DisposalTable {

    private final Decisions decisions;

    DisposalTable(Decisions decisions) {
        this.decisions = decisions;
    }

    Disposal.Method lawful(Disposal disposal, Examination examination) {
        boolean importedMark = examination.direction() == Examination.Direction.IMPORT
                && examination.rightKind() == RightKind.TRADEMARK;
        return Disposal.Method.valueOf(decisions
                .decide(
                        "customs-disposal",
                        Map.of(
                                "welfareUsable", disposal.welfareUsable(),
                                "holderWilling", disposal.holderWilling(),
                                "featuresRemovable", disposal.featuresRemovable(),
                                "importedMark", importedMark,
                                "exceptional", disposal.exceptional()))
                .text("method"));
    }
}
