select
    number,
    name
from core.migrations
order by number;
