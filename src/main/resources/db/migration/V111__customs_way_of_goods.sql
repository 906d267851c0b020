-- Where examined goods came from and went: the holder is told when they are confiscated.
alter table customs_examination
    add column departure text,
    add column destination text;
