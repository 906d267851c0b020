package org.qingwang.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingwang.common.BadInput;

/** A stranger's "address" that ends a line would write the rest of the mail's head, and with it recipients of their own. */
class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "nobody",
                "@example.org",
                "a@",
                "a@localhost",
                "a b@example.org",
                "a@exa mple.org",
                "a@example.org,b@example.org",
                "a@example.org\r\nBcc: everybody@example.org",
                "a@example.org\nb@example.org",
                "A <a@example.org>",
                "\"a\"@example.org",
                "a@[127.0.0.1]",
                "a..b@example.org",
                "a@-example.org",
                "a@example..org",
                "甲@example.org",
                "a@example.org%0d%0aBcc:b@example.org"
            })
    void whatIsNoAddressIsRefusedInWords(String typed) {
        assertThatThrownBy(() -> MailAddress.check("recipient", typed)).isInstanceOfSatisfying(BadInput.class, bad -> {
            assertThat(bad.field()).isEqualTo("recipient");
            assertThat(bad.messageKey()).isEqualTo("mail.address");
        });
    }

    @Test
    void nothingAtAllAndSomethingEndlessAreRefusedToo() {
        assertThatThrownBy(() -> MailAddress.check("recipient", null)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> MailAddress.check("recipient", "a".repeat(65) + "@example.org"))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> MailAddress.check("recipient", "a@" + "example.".repeat(40) + "org"))
                .isInstanceOf(BadInput.class);
    }

    @ParameterizedTest
    @CsvSource({
        "name@example.org, name@example.org",
        "' name@example.org ', name@example.org",
        "o'neil+shop@sub.example.org, o'neil+shop@sub.example.org",
        "name@例子.中国, name@xn--fsqu00a.xn--fiqs8s"
    })
    void anAddressIsTakenAsMailServersWriteIt(String typed, String address) {
        assertThat(MailAddress.check("recipient", typed)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "'Zhang San, 13800000000, zhang@example.org', zhang@example.org",
        "邮箱：zhang@example.org。电话另询, zhang@example.org",
        "<zhang@example.org>, zhang@example.org"
    })
    void theAddressAmongOtherContactsIsFound(String contact, String address) {
        assertThat(MailAddress.in(contact)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800000000", "a@example.org or b@example.org", "weixin: zhang@", "x@@example.org"})
    void nobodyIsGuessed(String contact) {
        assertThat(MailAddress.in(contact)).isEmpty();
    }
}
