package org.qingwang.pledge;

import java.util.List;
import java.util.stream.IntStream;
import org.qingwang.common.Bilingual;

/**
 * A version of a pledge's text.
 *
 * @param verified whether its values were compared with a published text
 * @param signedFor for how many months it is signed
 * @param period after how many months a return is due, again and again
 * @param sample how many of the commitments an authority shows for itself are drawn for each check
 * @param endsWithPlatform whether a merchant's pledge ends when that of its platform does
 * @param reminders how often and after how long a firm that does not answer is reminded, for example {@code R2/P10D}
 */
public record PledgeText(
        String id,
        int version,
        Bilingual title,
        Bilingual about,
        boolean verified,
        int signedFor,
        int period,
        int sample,
        boolean endsWithPlatform,
        String reminders,
        List<Commitment> commitments) {

    public PledgeText {
        if (id == null || !id.matches("[a-z0-9]+(-[a-z0-9]+)*") || version < 1 || title == null || about == null) {
            throw new IllegalArgumentException("pledge text " + id + " needs id, version, title and about");
        }
        if (period < 1 || signedFor < period || sample < 0) {
            throw new IllegalArgumentException(id + ": signed for " + signedFor + ", returns each " + period);
        }
        if (reminders == null || !reminders.matches("R\\d/P\\d{1,3}D")) {
            throw new IllegalArgumentException(id + ": reminders are written as R2/P10D, not " + reminders);
        }
        commitments = List.copyOf(commitments);
        List<Integer> numbers = commitments.stream().map(Commitment::number).toList();
        if (numbers.isEmpty()
                || !numbers.equals(
                        IntStream.rangeClosed(1, numbers.size()).boxed().toList())) {
            throw new IllegalArgumentException(
                    id + ": commitments are numbered from 1 on without a gap, not " + numbers);
        }
    }

    /** How its version is written, for example {@code pact-2018/1}. */
    public String reference() {
        return id + "/" + version;
    }

    /** The text of which a reference names a version. */
    static String id(String reference) {
        return reference.substring(0, reference.indexOf('/'));
    }

    /** @throws java.util.NoSuchElementException if there is no such number */
    public Commitment commitment(int number) {
        return commitments.stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow();
    }
}
