-- Provinces of GB/T 2260. The agencies of a campaign work in those marked so: Hong Kong, Macao and Taiwan have trade-mark
-- offices, customs and courts of their own.
create table region (
    code         char(6) primary key check (code ~ '^[0-9]{6}$'),
    english_name text    not null unique,
    chinese_name text    not null unique,
    active       boolean not null
);
insert into region (code, english_name, chinese_name, active)
values
    ('110000', 'Beijing', '北京市', true),
    ('120000', 'Tianjin', '天津市', true),
    ('130000', 'Hebei', '河北省', true),
    ('140000', 'Shanxi', '山西省', true),
    ('150000', 'Inner Mongolia', '内蒙古自治区', true),
    ('210000', 'Liaoning', '辽宁省', true),
    ('220000', 'Jilin', '吉林省', true),
    ('230000', 'Heilongjiang', '黑龙江省', true),
    ('310000', 'Shanghai', '上海市', true),
    ('320000', 'Jiangsu', '江苏省', true),
    ('330000', 'Zhejiang', '浙江省', true),
    ('340000', 'Anhui', '安徽省', true),
    ('350000', 'Fujian', '福建省', true),
    ('360000', 'Jiangxi', '江西省', true),
    ('370000', 'Shandong', '山东省', true),
    ('410000', 'Henan', '河南省', true),
    ('420000', 'Hubei', '湖北省', true),
    ('430000', 'Hunan', '湖南省', true),
    ('440000', 'Guangdong', '广东省', true),
    ('450000', 'Guangxi', '广西壮族自治区', true),
    ('460000', 'Hainan', '海南省', true),
    ('500000', 'Chongqing', '重庆市', true),
    ('510000', 'Sichuan', '四川省', true),
    ('520000', 'Guizhou', '贵州省', true),
    ('530000', 'Yunnan', '云南省', true),
    ('540000', 'Xizang (Tibet)', '西藏自治区', true),
    ('610000', 'Shaanxi', '陕西省', true),
    ('620000', 'Gansu', '甘肃省', true),
    ('630000', 'Qinghai', '青海省', true),
    ('640000', 'Ningxia', '宁夏回族自治区', true),
    ('650000', 'Xinjiang', '新疆维吾尔自治区', true),
    ('710000', 'Taiwan', '台湾省', false),
    ('810000', 'Hong Kong', '香港特别行政区', false),
    ('820000', 'Macao', '澳门特别行政区', false);

-- An agency in a region: tenant of the engine, and stem of its groups' names.
create table jurisdiction (
    id     text primary key,
    agency text    not null check (agency in ('commerce', 'customs', 'publicsecurity')),
    region char(6) not null references region,
    unique (agency, region),
    check (id = agency || '-' || region)
);
insert into jurisdiction (id, agency, region)
select agency || '-' || code, agency, code
from region cross join unnest(array['commerce', 'customs', 'publicsecurity']) as agency
where active;

create table officer (
    id         text        primary key check (id ~ '^[a-zA-Z0-9][a-zA-Z0-9._-]{1,63}$'),
    name       text        not null check (length(name) between 1 and 200),
    active     boolean     not null default true,
    demo       boolean     not null default false,
    changed_at timestamptz not null
);

-- What somebody is, and where: the campaign office, supervisors and administrators are so everywhere.
create table membership (
    officer_id      text not null references officer,
    role            text not null
        check (role in ('OFFICER', 'HEAD', 'LEGAL_REVIEWER', 'OFFICE', 'SUPERVISOR', 'ADMINISTRATOR')),
    jurisdiction_id text references jurisdiction,
    check ((jurisdiction_id is null) = (role in ('OFFICE', 'SUPERVISOR', 'ADMINISTRATOR'))),
    unique nulls not distinct (officer_id, role, jurisdiction_id)
);
create index membership_jurisdiction on membership (jurisdiction_id, role);
create index membership_role on membership (role);

-- What the engine's identity tables were last set to, so that a start does not compare thousands of rows.
create table engine_mirror (
    one    boolean primary key default true check (one),
    digest text not null
);
