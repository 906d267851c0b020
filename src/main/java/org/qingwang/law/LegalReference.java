package org.qingwang.law;

/** Where the law says something a case relies on, in one version. */
public record LegalReference(RuleHead head) implements LawRule {}
