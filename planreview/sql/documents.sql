select *
from documents
where $outcome is null
    or outcome = $outcome
