package org.qingwang.mail;

/** Reports of mail servers that could not deliver, after the example of RFC 3464. */
final class DeliveryReports {

    private DeliveryReports() {}

    /**
     * @param messageId of the mail it tells of, without angle brackets
     * @param returnedType as which type the mail is returned
     * @param action what became of it, {@code failed} or another word
     */
    static String of(String messageId, String returnedType, String action) {
        return """
                From: MAILER-DAEMON@mx.leaf.example (Mail Delivery System)
                To: qingwang@example.org
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                This is a MIME-encapsulated message.

                --b1
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not be delivered.

                --b1
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.leaf.example
                Arrival-Date: Mon, 23 Nov 2026 10:00:00 +0800

                Final-Recipient: rfc822; zhou@leaf.example
                Action: %3$s
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1
                  <zhou@leaf.example>: no such user

                --b1
                Content-Description: Undelivered Message
                Content-Type: %2$s

                From: Qingwang <qingwang@example.org>
                To: zhou@leaf.example
                Message-ID: <%1$s>
                Subject: Invitation

                The text.
                --b1--
                """.formatted(messageId, returnedType, action);
    }
}
