insert into core.migrations (number, name)
values ($number, $name);
