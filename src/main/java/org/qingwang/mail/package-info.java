/**
 * Mail to people outside: ordered in the transaction of what it tells of ({@link org.qingwang.mail.Mails#send}), sent
 * afterwards by a worker, once. How, and what happens when a server or a node fails: {@code docs/decisions/mail.md}.
 */
package org.qingwang.mail;
