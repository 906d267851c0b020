package org.qingwang.agency;

import java.util.ArrayList;
import java.util.List;

/** The people of the demonstration. Everybody may know their password, so they exist in profile {@code demo} only. */
final class DemoPeople {

    /** Documented in the README; meets the password policy. */
    static final String PASSWORD = "Qingwang-2026!";

    static final List<Officer> ALL = people();

    private DemoPeople() {}

    private static List<Officer> people() {
        List<Officer> people = new ArrayList<>();
        agency(people, "commerce-zj", "commerce-330000", "Zhou Min 周敏", "Shen Yue 沈岳", "Lu Qing 陆青");
        agency(people, "customs-zj", "customs-330000", "Fang Hai 方海", "Yu Bo 俞波", "Ye Fan 叶帆");
        agency(people, "police-zj", "publicsecurity-330000", "Xu Jing 徐警", "Tao An 陶安", "Bao Zheng 包正");
        agency(people, "commerce-gd", "commerce-440000", "Chen Yi 陈毅", "Liang Shi 梁实", "He Fa 何法");
        agency(people, "customs-gd", "customs-440000", "Lin Gang 林港", "Huang Pu 黄埔", "Su Lü 苏律");
        agency(people, "police-gd", "publicsecurity-440000", "Zeng Wei 曾卫", "Luo Hu 罗虎", "Deng Ming 邓明");
        agency(people, "commerce-sh", "commerce-310000", "Gu Ping 顾平", "Pan Jiang 潘江", "Song Li 宋理");
        agency(people, "commerce-bj", "commerce-110000", "Zhao Yan 赵燕", "Jin Chen 金晨", "Ma Heng 马衡");
        people.add(one("commerce-zj-2", "Wu Tong 吴桐", Membership.in("commerce-330000", Role.OFFICER)));
        people.add(one("office", "Qin Lan 秦岚", Membership.everywhere(Role.OFFICE)));
        people.add(one("supervisor", "Han Du 韩督", Membership.everywhere(Role.SUPERVISOR)));
        people.add(one("admin", "Guan Li 管理", Membership.everywhere(Role.ADMINISTRATOR)));
        return List.copyOf(people);
    }

    private static void agency(
            List<Officer> people, String stem, String jurisdiction, String officer, String head, String reviewer) {
        people.add(one(stem, officer, Membership.in(jurisdiction, Role.OFFICER)));
        people.add(one(stem + "-head", head, Membership.in(jurisdiction, Role.HEAD)));
        people.add(one(stem + "-legal", reviewer, Membership.in(jurisdiction, Role.LEGAL_REVIEWER)));
    }

    private static Officer one(String id, String name, Membership membership) {
        return new Officer(id, name, true, List.of(membership));
    }
}
