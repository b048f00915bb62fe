@echo off
rem Starts Godwit on Windows; the same as the file "godwit" beside it, which says what the environment can set.
setlocal EnableExtensions DisableDelayedExpansion
set "GW_HOME=%~dp0"
set "GW_TARGET=%GW_HOME%target"
if not defined GODWIT_HOME set "GODWIT_HOME=%USERPROFILE%\.godwit"

set "GW_JDK="
call :try_jdk "%JAVA_HOME%"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\Zulu\zulu-25*" "%USERPROFILE%\.jdks\*25*") do call :try_jdk "%%~D"
for /f "delims=" %%J in ('where java 2^>nul') do call :try_jdk "%%~dpJ.."
if not defined GW_JDK (
  echo Godwit needs a JDK 25 and found none: looked at JAVA_HOME, Program Files and PATH. 1>&2
  echo Install one, for example Eclipse Temurin 25, or set JAVA_HOME to the folder of one, then start again. 1>&2
  exit /b 1
)

if exist "%GW_HOME%pom.xml" if not defined GODWIT_NO_BUILD call :build || exit /b 1

rem Temporary files live in the workspace; folders untouched for a day go, but for files still in use.
set "GW_TMP=%GODWIT_HOME%\tmp\%RANDOM%%RANDOM%"
if exist "%GODWIT_HOME%\tmp" forfiles /p "%GODWIT_HOME%\tmp" /d -1 /c "cmd /c if @isdir==TRUE rmdir /s /q @path" >nul 2>nul
mkdir "%GW_TMP%" 2>nul
if not exist "%GW_TMP%" set "GW_TMP=%TEMP%"

set "GW_CACHE="
call :options
if not "%~1"=="" goto command
if not defined GODWIT_NO_AOT if exist "%GW_TARGET%\godwit-app.aot" set GW_CACHE="-XX:AOTCache=%GW_TARGET%\godwit-app.aot"
call :java_window "-Djava.io.tmpdir=%GW_TMP%"
exit /b %ERRORLEVEL%

:command
"%GW_JDK%\bin\java.exe" %GW_OPTIONS% %GODWIT_JAVA_OPTS% "-Djava.io.tmpdir=%GW_TMP%" -cp "%GW_TARGET%\godwit.jar" org.godwit.Main %*
exit /b %ERRORLEVEL%

rem The same options as in "godwit", which says why.
:options
set GW_OPTIONS=--enable-native-access=ALL-UNNAMED -Xmx1g -XX:+UseParallelGC -XX:-UsePerfData -Xlog:disable -Dfile.encoding=UTF-8 "-Djdk.serialFilter=!*" "-Dorg.sqlite.lib.path=%GW_TARGET%\lib"
set GW_OPTIONS=%GW_OPTIONS% -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000 -XX:Tier0InvokeNotifyFreqLog=9 -XX:Tier0BackedgeNotifyFreqLog=13 -XX:Tier2InvokeNotifyFreqLog=17 -XX:Tier2BackedgeNotifyFreqLog=20
set GW_WINDOW=-Djdk.reflect.useNativeAccessorOnly=true
exit /b 0

:java_window
"%GW_JDK%\bin\java.exe" %GW_OPTIONS% %GW_WINDOW% %GODWIT_JAVA_OPTS% %GW_CACHE% "-Dgodwit.home=%GW_HOME%." %* -cp "%GW_TARGET%\godwit-app.jar" org.godwit.Main
exit /b %ERRORLEVEL%

rem Remembers what a start of the window loads, so that the next ones need less time. Failing here costs only that.
:train
del /q "%GW_TARGET%\godwit-app.aot" 2>nul
if defined GODWIT_NO_AOT exit /b 0
set "GW_SCHOOL=%GW_TARGET%\training"
rmdir /s /q "%GW_SCHOOL%" 2>nul
mkdir "%GW_SCHOOL%"
set "GW_CACHE="
call :options
setlocal
set "GODWIT_HOME=%GW_SCHOOL%\home"
call :java_window "-Djava.io.tmpdir=%GW_SCHOOL%" -Dgodwit.rehearse=screens -Dglass.platform=Headless -Dprism.order=sw "-XX:AOTCacheOutput=%GW_SCHOOL%\godwit-app.aot" >"%GW_TARGET%\training.log" 2>&1 <nul
endlocal
if exist "%GW_SCHOOL%\godwit-app.aot" move /y "%GW_SCHOOL%\godwit-app.aot" "%GW_TARGET%\godwit-app.aot" >nul
rmdir /s /q "%GW_SCHOOL%" 2>nul
exit /b 0

:try_jdk
if defined GW_JDK exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
findstr /b /r /c:"JAVA_VERSION=.25[^0-9]" "%~1\release" >nul && set "GW_JDK=%~1"
exit /b 0

:build
set "GW_STALE=1"
if exist "%GW_TARGET%\godwit.jar" if exist "%GW_TARGET%\.stamp" (
  powershell -NoProfile -Command "$s=(Get-Item '%GW_TARGET%\.stamp').LastWriteTimeUtc; if (Get-ChildItem -Recurse -File '%GW_HOME%pom.xml','%GW_HOME%src\main','%GW_HOME%resources' | Where-Object LastWriteTimeUtc -gt $s | Select-Object -First 1) { exit 1 }" && set "GW_STALE="
)
if not defined GW_STALE exit /b 0
where mvn >nul 2>nul || (
  echo Godwit is not built yet, and Maven ^(mvn^) is not installed. Install Maven 3.8 or newer, then start again. 1>&2
  exit /b 1
)
echo Building Godwit ^(first start, about a minute^)... 1>&2
if not exist "%GW_TARGET%" mkdir "%GW_TARGET%"
echo.>"%GW_TARGET%\.stamp.new"
pushd "%GW_HOME%"
set "JAVA25_HOME=%GW_JDK%"
call mvn -q -B -Dmaven.test.skip=true -Dcheckstyle.skip=true package 1>&2
if errorlevel 1 (
  popd
  echo The build failed: the reason is above. A first build needs the network, to fetch libraries. 1>&2
  exit /b 1
)
popd
call :train
move /y "%GW_TARGET%\.stamp.new" "%GW_TARGET%\.stamp" >nul
exit /b 0
