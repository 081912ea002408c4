create schema core;

create table core.migrations (
    number integer not null,
    name varchar not null,
    digest varchar not null
);
