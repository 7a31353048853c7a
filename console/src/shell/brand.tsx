import { IconBuildingLighthouse } from '@tabler/icons-react';
import classes from './shell.module.css';

export function Brand() {
  return (
    <span className={classes.brand}>
      <IconBuildingLighthouse size={22} stroke={1.75} aria-hidden />
      Harborwatch
    </span>
  );
}
