select *
from changes_between($former, $latter)
