select *
from main.changes_between($former, $latter);
