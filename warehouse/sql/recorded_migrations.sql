-- All columns: a database that was made before digests were recorded has rows unlike any that are known.
select *
from core.migrations
order by number;
