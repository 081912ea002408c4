-- DuckDB before 2.0 knows `if` as syntax only: it finds no function of that name where a stored macro such as
-- changes_between asks for it.
create macro main."if"(condition, yes, no) as
case when condition then yes else no end;
