delete from core.corrections;
