package org.qingwang.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.BooleanSupplier;

/** Killed after so many more complaints of a list are filed. */
class KillDuringImportIT extends Kills {

    @Override
    BooleanSupplier pointOfKill(Books books, CaseWork work, Random random) {
        int complaints = books.complaints() + 1 + random.nextInt(ROWS - 1);
        return () -> books.complaints() >= complaints;
    }

    @Override
    void checkAfterwards() throws Exception {
        assertThat(checkOfTheChain()).contains("The audit chain holds");
    }
}
