insert into core.migrations (number, name, digest)
values ($number, $name, $digest);
