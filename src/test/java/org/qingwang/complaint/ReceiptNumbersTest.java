package org.qingwang.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A number a complainant writes on paper must still find the complaint, and nobody else's. */
class ReceiptNumbersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void namesTheDay() {
        assertThat(ReceiptNumbers.next(DAY)).startsWith("TS-20261122-").hasSize("TS-20261122-7K3M9QX2".length());
    }

    @Test
    void givesOtherNumbersThanTheNextOnesInOrder() {
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            numbers.add(ReceiptNumbers.next(DAY));
        }
        assertThat(numbers).hasSize(1000).allMatch(ReceiptNumbers::isWellFormed);
    }

    @Test
    void noticesOneWrongCharacterAnywhere() {
        String number = ReceiptNumbers.next(DAY);
        for (int i = "TS-".length(); i < number.length(); i++) {
            if (number.charAt(i) != '-') {
                char other = number.charAt(i) == '5' ? '6' : '5';
                assertThat(number.substring(0, i) + other + number.substring(i + 1))
                        .matches(wrong -> !ReceiptNumbers.isWellFormed(wrong));
            }
        }
    }

    @Test
    void takesLettersThatLookLikeDigitsForDigits() {
        assertThat(ReceiptNumbers.asMeant(" ts-2o26i122-abcl ")).isEqualTo("TS-20261122-ABC1");
    }

    @Test
    void opensNothingWithASecretThatIsAlmostRight() {
        String secret = ReceiptNumbers.newSecret();
        byte[] hash = Secrets.hash(secret);

        assertThat(Secrets.matches(secret, hash)).isTrue();
        assertThat(Secrets.matches(secret.toLowerCase(Locale.ROOT).replace("-", " "), hash))
                .isTrue();
        assertThat(Secrets.matches(secret.substring(1), hash)).isFalse();
        assertThat(Secrets.matches("", hash)).isFalse();
        assertThat(Secrets.matches(null, hash)).isFalse();
    }
}
